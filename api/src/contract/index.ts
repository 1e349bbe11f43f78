/** The door of the register of contracts; the sample city enters its own through it. */
export { ContractModule } from './contract.module';
export { insertContract, insertEvent } from './contract.repository';
