import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Days a fact holds for, inclusive; null = open on that side. */
abstract class Dated {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  unitId!: string;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;
}

@Entity('organisation_unit')
export class OrganisationUnit {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  level!: 'nation' | 'ministry' | 'province';

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('text')
  confidence!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}

@Entity('unit_name')
export class UnitName extends Dated {
  @Column('text')
  nameVi!: string;

  @Column('text')
  shortNameVi!: string;

  @Column('text')
  nameEn!: string;
}

@Entity('unit_kind')
export class UnitKindPeriod extends Dated {
  @Column('text')
  kind!: 'nation' | 'province' | 'city' | 'ministry' | 'ministerial_agency' | 'government_agency';
}

@Entity('unit_code')
export class UnitCode extends Dated {
  @Column('text')
  scheme!: string;

  @Column('text')
  code!: string;

  @Column('boolean')
  verified!: boolean;

  @Column('text', { nullable: true })
  confidence!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}

@Entity('unit_region')
export class UnitRegion extends Dated {
  @Column('text')
  regionId!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}

@Entity('unit_alias')
export class UnitAlias extends Dated {
  @Column('text')
  text!: string;
}

@Entity('region')
export class Region {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('integer')
  position!: number;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}
