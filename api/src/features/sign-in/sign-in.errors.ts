import { Problem } from '../../platform/http/problem.js';

/** One answer for every reason: no such account, a wrong password, none set, a suspended person. */
export function signInRefused(): Problem {
  return new Problem(
    401,
    'SIGN_IN_REFUSED',
    'Not signed in',
    'The address and the password do not belong together, or the account cannot be used.',
  );
}

/** Too many failures, of an account or from an address; the answer does not say which. */
export function signInThrottled(retryAfter: number): Problem {
  return new Problem(
    429,
    'SIGN_IN_THROTTLED',
    'Too many attempts',
    `Try again in ${retryAfter} seconds, or use a link by mail, or ask an operator.`,
    [],
    { retryAfter },
  );
}

export function codeRefused(): Problem {
  return new Problem(
    422,
    'SECOND_FACTOR_REFUSED',
    'The code does not hold',
    'A code of the app holds for about a minute and once; a recovery code holds once.',
  );
}

export function currentPasswordWrong(): Problem {
  return new Problem(422, 'CURRENT_PASSWORD_WRONG', 'The present password is another one');
}

/** Unknown, used, expired, withdrawn, or of somebody who may not sign in: one answer. */
export function linkNotValid(): Problem {
  return new Problem(
    404,
    'LINK_NOT_VALID',
    'The link does not hold',
    'It was used, has expired, or was replaced by a newer one.',
  );
}

export function emailTaken(): Problem {
  return new Problem(409, 'EMAIL_TAKEN', 'There is an account of this address of mail');
}

export function secondFactorSet(): Problem {
  return new Problem(
    409,
    'SECOND_FACTOR_SET',
    'There is a second factor',
    'Remove it first, with a code of it.',
  );
}

export function secondFactorNotSet(): Problem {
  return new Problem(409, 'SECOND_FACTOR_NOT_SET', 'There is no second factor');
}

/** The secret was sealed by another key than the one of the installation now. */
export function secretKeyDiffers(): Problem {
  return new Problem(
    503,
    'SECRET_KEY_DIFFERS',
    'Second factors cannot be read',
    'The key of the installation is not the one they were sealed with. Recovery codes still hold.',
  );
}

export function notForDemo(): Problem {
  return new Problem(403, 'NOT_FOR_DEMO', 'An account for trying out stays as it is');
}

export function operatorExists(): Problem {
  return new Problem(
    409,
    'OPERATOR_EXISTS',
    'There is an operator',
    'Use `operator link --for <address of mail>` for somebody who cannot sign in.',
  );
}
