import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemSchema } from './answers.js';
import { zodComponents } from './zod-components.js';

/** The OpenAPI 3.1 description of the running application, keys in a stable order. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('DTI Data Monitor')
    .setDescription(
      'Organisation units, framework versions, observations, assessments, rankings and editions. ' +
        'Names are in Vietnamese (Vi) and English (En). Missing is null with a state that says why, never 0.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: zodComponents,
    operationIdFactory: (_controller, method) => method,
  });
  const { schema: _, components } = zodComponents(problemSchema, { schemaType: 'output' })!;
  const schemas = { ...document.components?.schemas, ...components } as Record<string, never>;
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...document, components: { ...document.components, schemas: sorted } };
}
