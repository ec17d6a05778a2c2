import { createRequire } from 'node:module';
import type { TFontDictionary } from 'pdfmake/interfaces.js';
import { FONT } from '../page.js';

const packages = createRequire(import.meta.url);

function face(name: string): string {
  return packages.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);
}

const faces = {
  normal: face('400Regular'),
  bold: face('700Bold'),
  italics: face('400Regular_Italic'),
  bolditalics: face('700Bold_Italic'),
};

/** Tinos, metric-compatible with Times New Roman, whole files: every Vietnamese letter is in them. */
export const FONTS: TFontDictionary = { [FONT]: faces };

/** The only files the printing may open. */
export const FONT_FILES: ReadonlySet<string> = new Set(Object.values(faces));
