export * from './benefit';
