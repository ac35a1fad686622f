import { getProxy } from '../../../lib/orgdesk';

export const dynamic = 'force-dynamic';

const handle = async (request: Request) => (await getProxy()).fetch(request);

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT };
