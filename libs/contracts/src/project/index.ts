export * from './plain';
export * from './project-plan.contract';
export * from './project.contract';
