import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DataSet } from './data-set.entity.js';

@Injectable()
export class DataSetsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The official one first. */
  async all(): Promise<DataSet[]> {
    return this.dataSource
      .createQueryBuilder(DataSet, 'd')
      .orderBy(`d.kind <> 'official'`)
      .addOrderBy('d.code')
      .getMany();
  }
}
