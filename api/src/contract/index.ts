/** The door of the register of contracts. */
export { ContractModule } from './contract.module';
