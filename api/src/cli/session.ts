import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';

/** How the command line reaches the database; asked only by a command that needs it. */
export interface CliOptions {
  readonly databaseUrl: () => Promise<string>;
  readonly embeddedDatabase: boolean;
}

/** Gives a command a service of the application, without HTTP, and closes everything after it. */
export async function withService<S, T>(
  options: CliOptions,
  service: Type<S>,
  work: (service: S) => Promise<T>,
): Promise<T> {
  const context = await openContext(options);
  try {
    return await work(context.get(service));
  } finally {
    await context.close();
  }
}

async function openContext({ databaseUrl, embeddedDatabase }: CliOptions): Promise<INestApplicationContext> {
  const settings = {
    databaseUrl: await databaseUrl(),
    host: '127.0.0.1',
    port: 0,
    webRoot: null,
    embeddedDatabase,
  };
  return NestFactory.createApplicationContext(AppModule.for(settings), {
    logger: ['error'],
    abortOnError: false,
  });
}
