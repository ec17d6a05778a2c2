import shared from './en/shared.json';
import shell from './en/shell.json';

/** Every text of the screens, keys flat and dotted by area. */
export default { ...shell, ...shared };
