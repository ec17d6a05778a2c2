import audit from './vi/audit.json';
import dataSet from './vi/data-set.json';
import databases from './vi/databases.json';
import duties from './vi/duties.json';
import editions from './vi/editions.json';
import imports from './vi/import.json';
import keys from './vi/keys.json';
import law from './vi/law.json';
import methodology from './vi/methodology.json';
import overview from './vi/overview.json';
import profile from './vi/profile.json';
import sessions from './vi/sessions.json';
import settings from './vi/settings.json';
import people from './vi/people.json';
import ranking from './vi/ranking.json';
import search from './vi/search.json';
import session from './vi/session.json';
import shared from './vi/shared.json';
import shell from './vi/shell.json';
import signIn from './vi/sign-in.json';
import targets from './vi/targets.json';
import tasks from './vi/tasks.json';
import terms from './vi/terms.json';
import unitWork from './vi/unit-work.json';
import unitChanges from './vi/unit-changes.json';
import unitPeople from './vi/unit-people.json';
import units from './vi/units.json';

/** Every text of the screens, keys flat and dotted by area. */
export default {
  ...shell,
  ...shared,
  ...session,
  ...signIn,
  ...settings,
  ...sessions,
  ...profile,
  ...search,
  ...audit,
  ...dataSet,
  ...terms,
  ...overview,
  ...ranking,
  ...people,
  ...unitPeople,
  ...units,
  ...unitWork,
  ...unitChanges,
  ...imports,
  ...editions,
  ...databases,
  ...duties,
  ...keys,
  ...law,
  ...methodology,
  ...targets,
  ...tasks,
};
