import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { openApiDocument } from './platform/openapi/document.js';

/** The API's description as text, made from the code alone: no database is opened, nothing listens. */
export async function describeApi(): Promise<string> {
  const settings = {
    databaseUrl: 'postgres://none',
    host: '',
    port: 0,
    webRoot: null,
    embeddedDatabase: false,
  };
  const app = await NestFactory.create(AppModule.for(settings), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1');
  return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
}
