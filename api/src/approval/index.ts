export { ApprovalModule } from './approval.module';
export { type ApprovalExecutor, type ApprovalSubject, Approvals, type PendingApproval } from './approvals';
