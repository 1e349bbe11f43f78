import { Module } from '@nestjs/common';
import { BatchController } from './batch.controller';
import { BatchFiles } from './batch-files';
import { BatchQueries } from './batch.queries';
import { ClearingController } from './clearing.controller';
import { ClearingQueries } from './clearing.queries';
import { FileReading } from './file-reading';
import { FolderReceiver } from './folder/folder-receiver';
import { FolderWatcher } from './folder/folder-watcher';
import { ImportController } from './import.controller';
import { ImportJobs } from './import-jobs';
import { ImportQueries } from './import.queries';
import { ProfileController } from './profile.controller';
import { ProfileQueries } from './profile.queries';
import { bundledReadingWorker, READING_WORKER, ReadingThread } from './reading-thread';
import { UploadCleaner } from './upload-cleaner';
import { UploadReceiver } from './upload';

@Module({
  controllers: [ImportController, BatchController, ProfileController, ClearingController],
  providers: [
    ImportQueries,
    BatchQueries,
    ProfileQueries,
    ClearingQueries,
    ImportJobs,
    FileReading,
    ReadingThread,
    { provide: READING_WORKER, useValue: bundledReadingWorker },
    UploadReceiver,
    BatchFiles,
    UploadCleaner,
    FolderReceiver,
    FolderWatcher,
  ],
})
export class ImportModule {}
