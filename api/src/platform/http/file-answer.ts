import type { FastifyReply } from 'fastify';

export interface FileAnswer {
  readonly content: Buffer;
  readonly type: string;
  /** In ASCII, without quotes. */
  readonly name: string;
  /** `inline` is shown by the browser, `attachment` is kept. */
  readonly disposition: 'inline' | 'attachment';
}

/**
 * Answers a file as a whole, not as a stream, so that it gets a tag and a browser that has it is
 * answered 304. @returns what the route returns
 */
export function answerFile(reply: FastifyReply, { content, type, name, disposition }: FileAnswer): Buffer {
  void reply.header('content-type', type).header('content-disposition', `${disposition}; filename="${name}"`);
  return content;
}
