import { Module } from '@nestjs/common';
import { ClearingController } from './clearing.controller';
import { ClearingQueries } from './clearing.queries';
import { ImportController } from './import.controller';
import { ImportJobs } from './import-jobs';
import { ImportQueries } from './import.queries';
import { UploadCleaner } from './upload-cleaner';
import { UploadReceiver } from './upload';

@Module({
  controllers: [ImportController, ClearingController],
  providers: [ImportQueries, ClearingQueries, ImportJobs, UploadReceiver, UploadCleaner],
})
export class ImportModule {}
