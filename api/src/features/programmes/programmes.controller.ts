import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  programmeDetailSchema,
  programmeListSchema,
  type ProgrammeDetail,
  type ProgrammeDto,
} from './programme.dto.js';
import { ProgrammesService } from './programmes.service.js';

@ApiTags('law')
@Permit('published.read')
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  @ApiOperation({ summary: 'Programmes with document, clauses, years and standing' })
  @Answers(programmeListSchema, 'Programmes, the binding one first')
  listProgrammes(): Promise<ProgrammeDto[]> {
    return this.programmes.list();
  }

  @Get(':code')
  @ApiOperation({ summary: 'One programme with its document' })
  @Answers(programmeDetailSchema, 'The programme')
  getProgramme(@Param('code') code: string): Promise<ProgrammeDetail> {
    return this.programmes.detail(code);
  }
}
