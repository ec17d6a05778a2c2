import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run permissions:generate`: writes the guide from the table of permissions of the built API. */
const FILE = fileURLToPath(new URL('../docs/guides/permissions.md', import.meta.url));

const { describePermissions } = await import('@dti-monitor/api/launch');
writeFileSync(FILE, describePermissions());
