import { LineCarryOver1700000000160 } from './0160-line-carry-over';
import { Tenant1700000000001 } from './0001-tenant';
import { Organization1700000000002 } from './0002-organization';
import { Person1700000000003 } from './0003-person';
import { Login1700000000004 } from './0004-login';
import { Audit1700000000005 } from './0005-audit';
import { Request1700000000006 } from './0006-request';
import { Planning1700000000007 } from './0007-planning';
import { BudgetLine1700000000008 } from './0008-budget-line';
import { PlanVersion1700000000009 } from './0009-plan-version';
import { Ledger1700000000010 } from './0010-ledger';
import { PaperTrail1700000000011 } from './0011-paper-trail';
import { Import1700000000012 } from './0012-import';
import { Job1700000000013 } from './0013-job';
import { ImportStaging1700000000014 } from './0014-import-staging';
import { ReconciliationCheck1700000000015 } from './0015-reconciliation-check';
import { PlanRecord1700000000016 } from './0016-plan-record';
import { ShortPaths1700000000017 } from './0017-short-paths';
import { AllOrAgain1700000000018 } from './0018-all-or-again';
import { ShorterPaths1700000000019 } from './0019-shorter-paths';
import { HeldBalance1700000000020 } from './0020-held-balance';
import { SessionsTogether1700000000021 } from './0021-sessions-together';
import { ImportProfile1700000000022 } from './0022-import-profile';
import { ImportBatch1700000000023 } from './0023-import-batch';
import { ImportMapping1700000000024 } from './0024-import-mapping';
import { ImportStatistics1700000000025 } from './0025-import-statistics';
import { PlanNote1700000000030 } from './0030-plan-note';
import { PlanExplanation1700000000031 } from './0031-plan-explanation';
import { PlanPhasing1700000000032 } from './0032-plan-phasing';
import { PlanAmountHistory1700000000035 } from './0035-plan-amount-history';
import { PlanCopyRecord1700000000036 } from './0036-plan-copy-record';
import { PlanStepNames1700000000037 } from './0037-plan-step-names';
import { MovementDecision1700000000040 } from './0040-movement-decision';
import { RuleSetting1700000000041 } from './0041-rule-setting';
import { ExtraRequest1700000000042 } from './0042-extra-request';
import { LineReserve1700000000045 } from './0045-line-reserve';
import { CoverRight1700000000046 } from './0046-cover-right';
import { Transfer1700000000047 } from './0047-transfer';
import { BudgetLock1700000000050 } from './0050-budget-lock';
import { CarryOver1700000000051 } from './0051-carry-over';
import { Earmark1700000000055 } from './0055-earmark';
import { CommitmentAuthority1700000000056 } from './0056-commitment-authority';
import { Obligation1700000000057 } from './0057-obligation';
import { ProvisionalGround1700000000060 } from './0060-provisional-ground';
import { PlanChange1700000000061 } from './0061-plan-change';
import { PlanExtraAnswer1700000000062 } from './0062-plan-extra-answer';
import { ReconciliationTask1700000000065 } from './0065-reconciliation-task';
import { Project1700000000070 } from './0070-project';
import { ProjectPlan1700000000071 } from './0071-project-plan';
import { ProjectBaseline1700000000072 } from './0072-project-baseline';
import { ProjectReport1700000000073 } from './0073-project-report';
import { Contract1700000000076 } from './0076-contract';
import { ContractPaper1700000000077 } from './0077-contract-paper';
import { Rollout1700000000080 } from './0080-rollout';
import { RolloutReport1700000000081 } from './0081-rollout-report';
import { Outcome1700000000082 } from './0082-outcome';
import { Benefit1700000000083 } from './0083-benefit';
import { Site1700000000085 } from './0085-site';
import { SplitKey1700000000086 } from './0086-split-key';
import { Device1700000000087 } from './0087-device';
import { SiteInvestment1700000000088 } from './0088-site-investment';
import { ContractSite1700000000089 } from './0089-contract-site';
import { EquipmentSet1700000000090 } from './0090-equipment-set';
import { ServiceCatalogue1700000000092 } from './0092-service-catalogue';
import { System1700000000093 } from './0093-system';
import { Training1700000000094 } from './0094-training';
import { Process1700000000095 } from './0095-process';
import { Offer1700000000096 } from './0096-offer';
import { Desk1700000000097 } from './0097-desk';
import { ImportRecord1700000000099 } from './0099-import-record';
import { Council1700000000103 } from './0103-council';
import { Staffing1700000000110 } from './0110-staffing';
import { Task1700000000111 } from './0111-task';
import { TaskGoLive1700000000112 } from './0112-task-go-live';
import { PostHolder1700000000115 } from './0115-post-holder';
import { StaffingImport1700000000116 } from './0116-staffing-import';
import { PlanningRound1700000000130 } from './0130-planning-round';
import { Demand1700000000131 } from './0131-demand';
import { DemandReview1700000000132 } from './0132-demand-review';
import { Inbox1700000000133 } from './0133-inbox';
import { TaskSurvey1700000000120 } from './0120-task-survey';
import { TaskDriver1700000000121 } from './0121-task-driver';
import { Snapshot1700000000150 } from './0150-snapshot';
import { GoLiveOperation1700000000125 } from './0125-go-live-operation';
import { CapacityScenario1700000000126 } from './0126-capacity-scenario';
import { CapacityRelease1700000000127 } from './0127-capacity-release';
import { PostDeparture1700000000128 } from './0128-post-departure';
import { CouncilPaper1700000000151 } from './0151-council-paper';
import { Portfolio1700000000140 } from './0140-portfolio';
import { Scenario1700000000141 } from './0141-scenario';
import { DemandAccounting1700000000142 } from './0142-demand-accounting';
import { GrantYears1700000000180 } from './0180-grant-years';
import { VolumeImport1700000000170 } from './0170-volume-import';
import { FollowUpCost1700000000185 } from './0185-follow-up-cost';
import { BudgetReading1700000000205 } from './0205-budget-reading';
import { JobActor1700000000190 } from './0190-job-actor';
import { Procurement1700000000186 } from './0186-procurement';
import { ImportPlanPhase1700000000210 } from './0210-import-plan-phase';
import { ServiceSystem1700000000187 } from './0187-service-system';
import { DemandSheet1700000000200 } from './0200-demand-sheet';
import { RolloutTraining1700000000188 } from './0188-rollout-training';
import { ReferencesOnce1700000000220 } from './0220-references-once';
import { CommitteeSeat1700000000260 } from './0260-committee-seat';
import { PublicLines1700000000261 } from './0261-public-lines';
import { ServiceClass1700000000265 } from './0265-service-class';
import { PublicContact1700000000275 } from './0275-public-contact';
import { DeviceMove1700000000230 } from './0230-device-move';
import { HeldTogether1700000000290 } from './0290-held-together';
import { ImportPlans1700000000280 } from './0280-import-plans';
import { FileEnd1700000000292 } from './0292-file-end';
import { LedgerParts1700000000291 } from './0291-ledger-parts';
import { PlanContractBasis1700000000295 } from './0295-plan-contract-basis';

/** Every step of the schema in the order it is taken. Bundling needs the list; a folder scan would find nothing. */
export const migrations = [
  Tenant1700000000001,
  Organization1700000000002,
  Person1700000000003,
  Login1700000000004,
  Audit1700000000005,
  Request1700000000006,
  Planning1700000000007,
  BudgetLine1700000000008,
  PlanVersion1700000000009,
  Ledger1700000000010,
  PaperTrail1700000000011,
  Import1700000000012,
  Job1700000000013,
  ImportStaging1700000000014,
  ReconciliationCheck1700000000015,
  PlanRecord1700000000016,
  ShortPaths1700000000017,
  AllOrAgain1700000000018,
  ShorterPaths1700000000019,
  HeldBalance1700000000020,
  SessionsTogether1700000000021,
  ImportProfile1700000000022,
  ImportBatch1700000000023,
  ImportMapping1700000000024,
  ImportStatistics1700000000025,
  PlanNote1700000000030,
  PlanExplanation1700000000031,
  PlanPhasing1700000000032,
  PlanAmountHistory1700000000035,
  PlanCopyRecord1700000000036,
  PlanStepNames1700000000037,
  MovementDecision1700000000040,
  RuleSetting1700000000041,
  ExtraRequest1700000000042,
  LineReserve1700000000045,
  CoverRight1700000000046,
  Transfer1700000000047,
  BudgetLock1700000000050,
  CarryOver1700000000051,
  Earmark1700000000055,
  CommitmentAuthority1700000000056,
  Obligation1700000000057,
  ProvisionalGround1700000000060,
  PlanChange1700000000061,
  PlanExtraAnswer1700000000062,
  ReconciliationTask1700000000065,
  Project1700000000070,
  ProjectPlan1700000000071,
  ProjectBaseline1700000000072,
  ProjectReport1700000000073,
  Contract1700000000076,
  ContractPaper1700000000077,
  Rollout1700000000080,
  RolloutReport1700000000081,
  Outcome1700000000082,
  Benefit1700000000083,
  Site1700000000085,
  SplitKey1700000000086,
  Device1700000000087,
  SiteInvestment1700000000088,
  ContractSite1700000000089,
  EquipmentSet1700000000090,
  ServiceCatalogue1700000000092,
  System1700000000093,
  Training1700000000094,
  Process1700000000095,
  Offer1700000000096,
  Desk1700000000097,
  ImportRecord1700000000099,
  Council1700000000103,
  Staffing1700000000110,
  Task1700000000111,
  TaskGoLive1700000000112,
  PostHolder1700000000115,
  StaffingImport1700000000116,
  TaskSurvey1700000000120,
  TaskDriver1700000000121,
  PlanningRound1700000000130,
  Demand1700000000131,
  DemandReview1700000000132,
  Inbox1700000000133,
  Snapshot1700000000150,
  GoLiveOperation1700000000125,
  CapacityScenario1700000000126,
  CapacityRelease1700000000127,
  PostDeparture1700000000128,
  LineCarryOver1700000000160,
  GrantYears1700000000180,
  CouncilPaper1700000000151,
  Portfolio1700000000140,
  Scenario1700000000141,
  DemandAccounting1700000000142,
  VolumeImport1700000000170,
  FollowUpCost1700000000185,
  BudgetReading1700000000205,
  JobActor1700000000190,
  Procurement1700000000186,
  ImportPlanPhase1700000000210,
  ServiceSystem1700000000187,
  DemandSheet1700000000200,
  RolloutTraining1700000000188,
  ReferencesOnce1700000000220,
  CommitteeSeat1700000000260,
  PublicLines1700000000261,
  ServiceClass1700000000265,
  DeviceMove1700000000230,
  PublicContact1700000000275,
  HeldTogether1700000000290,
  ImportPlans1700000000280,
  LedgerParts1700000000291,
  FileEnd1700000000292,
  PlanContractBasis1700000000295,
];
