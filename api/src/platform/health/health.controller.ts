import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { PRODUCT_VERSION } from '../../config/version.js';
import { Permit } from '../access/access.js';
import { Problem } from '../http/problem.js';
import { Answers } from '../openapi/answers.js';

export const healthSchema = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    database: z.string().describe('Server version of PostgreSQL'),
    embeddedDatabase: z.boolean(),
  })
  .meta({ id: 'Health' });

@ApiTags('health')
@Permit('published.read')
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether the server and its database answer' })
  @Answers(healthSchema, 'Healthy')
  async getHealth(): Promise<z.infer<typeof healthSchema>> {
    const database = await this.serverVersion();
    return {
      status: 'ok',
      version: PRODUCT_VERSION,
      database,
      embeddedDatabase: this.settings.embeddedDatabase,
    };
  }

  private async serverVersion(): Promise<string> {
    try {
      const rows = (await this.dataSource.query('SHOW server_version')) as readonly {
        server_version: string;
      }[];
      return rows[0]?.server_version ?? 'unknown';
    } catch {
      throw new Problem(503, 'DATABASE_UNREACHABLE', 'The database does not answer');
    }
  }
}
