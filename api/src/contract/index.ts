/** The door of the register of contracts; the sample city and imports enter theirs through it, other registers name contracts. */
export { type ContractColumns, toContract } from './contract-columns';
export {
  changeImported,
  checkImported,
  differs,
  enterImported,
  type KnownContract,
  knownContracts,
  removeImported,
} from './contract-import.repository';
export { ContractModule } from './contract.module';
export { CONTRACT_REGISTER } from './contract-register.queries';
export { findContractUnit, insertContract, insertEvent } from './contract.repository';
