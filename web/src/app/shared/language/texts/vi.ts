import shared from './vi/shared.json';
import shell from './vi/shell.json';

/** Every text of the screens, keys flat and dotted by area. */
export default { ...shell, ...shared };
