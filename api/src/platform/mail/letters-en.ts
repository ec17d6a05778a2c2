import { timeAndDay, writtenDay, type Letters } from './letter.js';

const PRODUCT = 'National Data Strategy monitor';

const greeting = (name: string): string => `Dear ${name},`;

function holds(expiresAt: Date): string {
  const { time, day } = timeAndDay(expiresAt);
  return `The link works once and holds until ${time} on ${day} (Viet Nam time).`;
}

const AUTOMATIC = `This letter was sent by the ${PRODUCT}; please do not answer it.`;

/** Letters in English, short and plain. */
export const LETTERS_EN: Letters = {
  invitation: ({ name, roles, link, expiresAt }) => ({
    subject: `Invitation to the ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [
      `An account on the ${PRODUCT} was made for this address.`,
      ...(roles.length === 0 ? [] : ['Roles granted:']),
    ],
    items: roles,
    link: { label: 'Set a password and begin', address: link },
    closing: [
      holds(expiresAt),
      'If this is not for you, leave the letter: without a password the account cannot be used.',
      AUTOMATIC,
    ],
  }),
  'password-reset': ({ name, link, expiresAt }) => ({
    subject: `New password: ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [`A new password was asked for, for the account of this address on the ${PRODUCT}.`],
    items: [],
    link: { label: 'Set a new password', address: link },
    closing: [
      holds(expiresAt),
      'If you did not ask for it, leave the letter: the present password stays. Tell an operator if it keeps coming.',
      AUTOMATIC,
    ],
  }),
  unlock: ({ name, link, expiresAt }) => ({
    subject: `Unlock the account: ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [
      `The account of this address on the ${PRODUCT} was locked after too many wrong passwords.`,
      'The link below unlocks it.',
    ],
    items: [],
    link: { label: 'Unlock the account', address: link },
    closing: [
      holds(expiresAt),
      'If the wrong passwords were not yours, somebody may be guessing: do not open the link and tell an operator.',
      AUTOMATIC,
    ],
  }),
  delegation: ({ name, from, role, validFrom, validTo, link }) => ({
    subject: `Delegated for a time: ${PRODUCT}`,
    greeting: greeting(name),
    paragraphs: [
      `${from} delegated this role to you on the ${PRODUCT}, from ${writtenDay(validFrom)} to the end of ${writtenDay(validTo)}:`,
    ],
    items: [role],
    link: { label: 'See what you may do', address: link },
    closing: [
      `It ends by itself after ${writtenDay(validTo)}; either of you can end it before.`,
      'If you know nothing of it, tell the one who delegated or an operator.',
      AUTOMATIC,
    ],
  }),
};
