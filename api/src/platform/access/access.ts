import { SetMetadata } from '@nestjs/common';

/**
 * Who may call a route. Until people can sign in there are two kinds:
 * - `read`: anyone who reaches the server;
 * - `write-local`: changes data; only from this machine, and only with the embedded database.
 */
export type Access = 'read' | 'write-local';

export const ACCESS = 'dti-monitor:access';

/** Declares who may call a route. A route without it is refused at call time and by a test. */
export const AllowAccess = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, access);
