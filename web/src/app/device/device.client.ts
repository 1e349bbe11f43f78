import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeBatch,
  ChangeDeviceKind,
  ChangeEquipmentSet,
  CreateBatch,
  CreateDeviceKind,
  CreateEquipmentSet,
  DisposeDevices,
  MoveDevices,
} from '@etatlotse/contracts/device';
import { DEVICE_PATHS, type DeviceChanged } from '@etatlotse/contracts/device/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands on devices. Reads are resources in the stores. */
@Injectable({ providedIn: 'root' })
export class DeviceClient {
  private readonly http = inject(HttpClient);

  createBatch(batch: CreateBatch, key: string): Observable<DeviceChanged> {
    return this.http.post<DeviceChanged>(DEVICE_PATHS.devices, batch, idempotent(key));
  }

  changeBatch(id: string, batch: ChangeBatch): Observable<DeviceChanged> {
    return this.http.put<DeviceChanged>(DEVICE_PATHS.batch(id), batch);
  }

  dispose(id: string, disposal: DisposeDevices): Observable<DeviceChanged> {
    return this.http.post<DeviceChanged>(DEVICE_PATHS.disposals(id), disposal);
  }

  move(id: string, move: MoveDevices): Observable<DeviceChanged> {
    return this.http.post<DeviceChanged>(DEVICE_PATHS.moves(id), move);
  }

  createKind(kind: CreateDeviceKind, key: string): Observable<DeviceChanged> {
    return this.http.post<DeviceChanged>(DEVICE_PATHS.kinds, kind, idempotent(key));
  }

  changeKind(id: string, kind: ChangeDeviceKind): Observable<DeviceChanged> {
    return this.http.put<DeviceChanged>(DEVICE_PATHS.kind(id), kind);
  }

  createSet(set: CreateEquipmentSet, key: string): Observable<DeviceChanged> {
    return this.http.post<DeviceChanged>(DEVICE_PATHS.sets, set, idempotent(key));
  }

  changeSet(id: string, set: ChangeEquipmentSet): Observable<DeviceChanged> {
    return this.http.put<DeviceChanged>(DEVICE_PATHS.set(id), set);
  }

  removeSet(id: string, version: number): Observable<unknown> {
    return this.http.delete(DEVICE_PATHS.set(id), { params: query({ version }) });
  }
}
