import { AssessmentsAndEditions1764000000004 } from './1764000000004-assessments-and-editions.js';
import { AuditChain1764000000015 } from './1764000000015-audit-chain.js';
import { DataSets1764000000005 } from './1764000000005-data-sets.js';
import { Databases1764000000010 } from './1764000000010-databases.js';
import { Duties1764000000009 } from './1764000000009-duties.js';
import { Frameworks1764000000002 } from './1764000000002-frameworks.js';
import { FrameworksOfAnyKind1764000000011 } from './1764000000011-frameworks-of-any-kind.js';
import { Observations1764000000003 } from './1764000000003-observations.js';
import { Identity1764000000014 } from './1764000000014-identity.js';
import { OidcTransactions1764000000022 } from './1764000000022-oidc-transactions.js';
import { Law1764000000006 } from './1764000000006-law.js';
import { Search1764000000012 } from './1764000000012-search.js';
import { OrganisationUnits1764000000001 } from './1764000000001-organisation-units.js';
import { ScopeByUnit1764000000016 } from './1764000000016-scope-by-unit.js';
import { SampleLoad1764000000013 } from './1764000000013-sample-load.js';
import { SignInThrottle1764000000020 } from './1764000000020-sign-in-throttle.js';
import { Targets1764000000007 } from './1764000000007-targets.js';
import { Tasks1764000000008 } from './1764000000008-tasks.js';
import { UnitChanges1764000000017 } from './1764000000017-unit-changes.js';

/** Every migration, in order. Append only: a migration that has run anywhere is never edited. */
export const MIGRATIONS = [
  OrganisationUnits1764000000001,
  Frameworks1764000000002,
  Observations1764000000003,
  AssessmentsAndEditions1764000000004,
  DataSets1764000000005,
  Law1764000000006,
  Targets1764000000007,
  Tasks1764000000008,
  Duties1764000000009,
  Databases1764000000010,
  FrameworksOfAnyKind1764000000011,
  Search1764000000012,
  SampleLoad1764000000013,
  Identity1764000000014,
  AuditChain1764000000015,
  ScopeByUnit1764000000016,
  UnitChanges1764000000017,
  SignInThrottle1764000000020,
  OidcTransactions1764000000022,
];
