import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Programme } from './programme.entity.js';

@Injectable()
export class ProgrammesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<Programme[]> {
    return this.dataSource.manager.find(Programme, { order: { position: 'ASC' } });
  }
}
