// @ts-check
/**
 * An HTTP API of API Gateway in front of a Lambda handler: requests become events of payload version 2.0, as in
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL('handler.js').href);

const server = createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://localhost');
  const http = { method: incoming.method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' };
  const answer = await handler(
    {
      version: '2.0',
      routeKey: '$default',
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      ),
      requestContext: { domainName: incoming.headers.host, http, stage: '$default' },
      ...(body.length > 0 && { body: body.toString('base64') }),
      isBase64Encoded: body.length > 0,
    },
    {},
  );
  outgoing.writeHead(answer.statusCode, answer.headers);
  outgoing.end(answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : answer.body);
});
server.listen(Number(process.env.PORT));
process.once('SIGTERM', () => process.exit());
