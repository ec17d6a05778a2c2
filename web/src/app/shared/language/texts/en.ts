import audit from './en/audit.json';
import dataSet from './en/data-set.json';
import databases from './en/databases.json';
import duties from './en/duties.json';
import editions from './en/editions.json';
import imports from './en/import.json';
import keys from './en/keys.json';
import law from './en/law.json';
import methodology from './en/methodology.json';
import overview from './en/overview.json';
import profile from './en/profile.json';
import sessions from './en/sessions.json';
import settings from './en/settings.json';
import people from './en/people.json';
import ranking from './en/ranking.json';
import search from './en/search.json';
import session from './en/session.json';
import shared from './en/shared.json';
import shell from './en/shell.json';
import signIn from './en/sign-in.json';
import targets from './en/targets.json';
import tasks from './en/tasks.json';
import terms from './en/terms.json';
import unitWork from './en/unit-work.json';
import unitChanges from './en/unit-changes.json';
import unitPeople from './en/unit-people.json';
import units from './en/units.json';

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
