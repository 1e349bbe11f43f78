import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeDriver,
  ChangeTask,
  CreateDriver,
  CreateTask,
  SaveNumbers,
  SaveStock,
} from '@etatlotse/contracts/capacity';
import { CAPACITY_PATHS, type CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** The commands of tasks. */
@Injectable({ providedIn: 'root' })
export class TaskClient {
  private readonly http = inject(HttpClient);

  create(task: CreateTask, key: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(CAPACITY_PATHS.tasks, task, idempotent(key));
  }

  change(id: string, task: ChangeTask): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(CAPACITY_PATHS.task(id), task);
  }

  saveNumbers(id: string, numbers: SaveNumbers): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(CAPACITY_PATHS.numbers(id), numbers);
  }

  saveStock(id: string, stock: SaveStock): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(CAPACITY_PATHS.stock(id), stock);
  }

  addDriver(id: string, driver: CreateDriver, key: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(CAPACITY_PATHS.drivers(id), driver, idempotent(key));
  }

  changeDriver(id: string, driverId: string, driver: ChangeDriver): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(CAPACITY_PATHS.driver(id, driverId), driver);
  }

  removeDriver(id: string, driverId: string, version: number): Observable<CapacityChanged> {
    return this.http.delete<CapacityChanged>(CAPACITY_PATHS.driver(id, driverId), { params: { version } });
  }
}
