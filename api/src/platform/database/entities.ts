import {
  Assessment,
  AssessmentFigure,
  AssessmentNode,
  AssessmentUnit,
} from '../../features/assessments/assessment.entity.js';
import { DataSet } from '../../features/data-sets/data-set.entity.js';
import { DatabaseFinding, DatabaseInventoryStep } from '../../features/databases/inventory.entity.js';
import {
  DatabaseTerm,
  NationalDatabase,
  NationalDatabaseAssertion,
  NationalDatabaseFact,
  NationalDatabaseOwner,
} from '../../features/databases/national-database.entity.js';
import {
  RegisteredDatabase,
  RegisteredDatabaseVersion,
} from '../../features/databases/registered-database.entity.js';
import {
  SharingObstacle,
  SharingObstacleStep,
  SharingServiceEntry,
} from '../../features/databases/sharing.entity.js';
import { Duty, DutySubmission } from '../../features/duties/duty.entity.js';
import { CheckFigure, Edition, EditionAssessment } from '../../features/editions/edition.entity.js';
import {
  FrameworkEvent,
  FrameworkNode,
  FrameworkVersion,
  PeerGroup,
} from '../../features/frameworks/framework.entity.js';
import {
  GuidanceActivity,
  GuidanceFramework,
  GuidanceGroup,
  MaturityCriterion,
  MaturityLevel,
  MaturitySelfAssessment,
} from '../../features/guidance/guidance.entity.js';
import {
  OidcIdentity,
  PasswordCredential,
  RecoveryCode,
  TotpCredential,
} from '../../features/identity/proof.entity.js';
import { OneTimeLink, Person, RoleGrant } from '../../features/identity/person.entity.js';
import { ApiKey, PersonSession } from '../../features/identity/session.entity.js';
import { DataImport } from '../../features/imports/data-import.entity.js';
import { DataElement, Observation, Source } from '../../features/observations/observation.entity.js';
import { Clause, LegalDocument } from '../../features/law/law.entity.js';
import { Programme } from '../../features/programmes/programme.entity.js';
import { OperatorSetting } from '../../features/settings/setting.entity.js';
import {
  Measure,
  Target,
  TargetCondition,
  TargetGroup,
  TargetOwner,
} from '../../features/targets/target.entity.js';
import {
  Task,
  TaskAction,
  TaskCount,
  TaskGroup,
  TaskParty,
  TaskPlanDuty,
  TaskSolution,
} from '../../features/tasks/task.entity.js';
import { TaskStatus } from '../../features/tasks/task-status.entity.js';
import { UnitChange } from '../../features/unit-changes/unit-change.entity.js';
import { MinistryInCharge, ReportRecipient, Succession } from '../../features/units/succession.entity.js';
import {
  OrganisationUnit,
  Region,
  UnitAlias,
  UnitCode,
  UnitKindPeriod,
  UnitName,
  UnitRegion,
} from '../../features/units/unit.entity.js';

/** Every table that the application reads or writes as an entity. */
export const ENTITIES = [
  ApiKey,
  Assessment,
  AssessmentFigure,
  AssessmentNode,
  AssessmentUnit,
  CheckFigure,
  Clause,
  DataElement,
  DataImport,
  DataSet,
  DatabaseFinding,
  DatabaseInventoryStep,
  DatabaseTerm,
  Duty,
  DutySubmission,
  Edition,
  EditionAssessment,
  FrameworkEvent,
  FrameworkNode,
  FrameworkVersion,
  LegalDocument,
  Measure,
  GuidanceActivity,
  GuidanceFramework,
  GuidanceGroup,
  MaturityCriterion,
  MaturityLevel,
  MaturitySelfAssessment,
  MinistryInCharge,
  NationalDatabase,
  NationalDatabaseAssertion,
  NationalDatabaseFact,
  NationalDatabaseOwner,
  Observation,
  OidcIdentity,
  OneTimeLink,
  OperatorSetting,
  OrganisationUnit,
  PasswordCredential,
  PeerGroup,
  Person,
  PersonSession,
  Programme,
  RecoveryCode,
  Region,
  RegisteredDatabase,
  RegisteredDatabaseVersion,
  ReportRecipient,
  RoleGrant,
  SharingObstacle,
  SharingObstacleStep,
  SharingServiceEntry,
  Source,
  Succession,
  Target,
  TargetCondition,
  TargetGroup,
  TargetOwner,
  Task,
  TaskAction,
  TaskCount,
  TaskGroup,
  TaskParty,
  TaskPlanDuty,
  TaskSolution,
  TaskStatus,
  TotpCredential,
  UnitAlias,
  UnitChange,
  UnitCode,
  UnitKindPeriod,
  UnitName,
  UnitRegion,
] as const;
