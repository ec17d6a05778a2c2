import type { DataElement } from '../../observations/observation.entity.js';
import type { ElementDocument } from './framework-document.js';

/** A data element as a file writes it. */
export function elementDocument(element: DataElement): ElementDocument {
  const { minimum, maximum, decimals, unitVi, unitEn, levels } = element;
  return {
    code: element.code,
    name: { vi: element.nameVi, en: element.nameEn },
    value_type: element.valueType,
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
    ...(decimals === null ? {} : { decimals }),
    description: { vi: element.descriptionVi ?? '', en: element.descriptionEn ?? '' },
    ...(unitVi === null || unitEn === null ? {} : { unit: { vi: unitVi, en: unitEn } }),
    ...(levels.length === 0 ? {} : { levels }),
  };
}

/** The row that a data element of a file is stored as. */
export function elementRow(element: ElementDocument, position: number): DataElement {
  return {
    code: element.code,
    nameVi: element.name.vi,
    nameEn: element.name.en,
    valueType: element.value_type,
    minimum: element.minimum ?? null,
    maximum: element.maximum ?? null,
    decimals: element.decimals ?? null,
    descriptionVi: element.description.vi,
    descriptionEn: element.description.en,
    position,
    unitVi: element.unit?.vi ?? null,
    unitEn: element.unit?.en ?? null,
    levels: [...(element.levels ?? [])],
  };
}
