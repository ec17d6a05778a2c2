import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SearchEntry } from './search-index.js';

@Injectable()
export class SearchRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything that can be found, in the order in which equals are listed. */
  async entries(): Promise<SearchEntry[]> {
    return this.dataSource.query(`
      SELECT kind, ref, code, title_vi AS "titleVi", title_en AS "titleEn", body_vi AS "bodyVi",
             body_en AS "bodyEn", data_set AS "dataSet"
      FROM search_entry`);
  }

  /** Changes whenever what can be found may have changed. */
  async stamp(): Promise<string> {
    const [row] = (await this.dataSource.query(`SELECT stamp FROM search_stamp`)) as { stamp: string }[];
    return row?.stamp ?? '';
  }
}
