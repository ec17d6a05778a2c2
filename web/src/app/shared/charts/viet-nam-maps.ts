import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { registerMap } from 'echarts/core';
import { firstValueFrom } from 'rxjs';
import {
  type Archipelago,
  archipelagosOf,
  boundariesOf,
  ROSTER_MAPS,
  type VietNamTopology,
} from './viet-nam-topology.js';

type MapSource = Parameters<typeof registerMap>[1];

/** Fetches the map once, when the first map is drawn, and hands both rosters to ECharts. */
@Injectable({ providedIn: 'root' })
export class VietNamMaps {
  private readonly http = inject(HttpClient);
  private loading: Promise<void> | null = null;

  readonly state = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  /** Hoàng Sa and Trường Sa; empty until the map is there. */
  readonly archipelagos = signal<readonly Archipelago[]>([]);

  load(): Promise<void> {
    this.loading ??= this.fetch();
    return this.loading;
  }

  private async fetch(): Promise<void> {
    this.state.set('loading');
    try {
      const [topology, { echarts }] = await Promise.all([
        firstValueFrom(this.http.get<VietNamTopology>('map/viet-nam.topo.json')),
        import('./echarts-core.js'),
      ]);
      for (const roster of ROSTER_MAPS) {
        echarts.registerMap(roster, boundariesOf(topology, roster) as MapSource);
      }
      this.archipelagos.set(archipelagosOf(topology));
      this.state.set('ready');
    } catch {
      this.loading = null;
      this.state.set('failed');
    }
  }
}
