import { SetMetadata } from '@nestjs/common';
import type { Action } from './permission-table.js';

export const ACCESS = 'dti-monitor:access';

/**
 * Declares which action of the table of permissions a route is. The guard asks whether the caller may do it
 * at all; the service asks again, with the unit (`AccessService.require`). A route without it is refused at
 * call time and by a test.
 */
export const Permit = (action: Action): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, action);
