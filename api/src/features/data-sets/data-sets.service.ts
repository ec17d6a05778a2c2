import { Injectable } from '@nestjs/common';
import type { DataSetDto } from './data-set.dto.js';
import type { DataSet } from './data-set.entity.js';
import { DataSetsRepository } from './data-sets.repository.js';

/** Which data sets this server holds. */
@Injectable()
export class DataSetsService {
  constructor(private readonly repository: DataSetsRepository) {}

  async list(): Promise<DataSetDto[]> {
    return (await this.repository.all()).map(dataSetDto);
  }
}

function dataSetDto({ kind, createdAt, ...own }: DataSet): DataSetDto {
  return { ...own, sample: kind === 'sample', createdAt: createdAt.toISOString() };
}
