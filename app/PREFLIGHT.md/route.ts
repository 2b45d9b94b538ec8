import { resources } from '@/lib/http/resources';
import { routeHandlers } from '@/lib/http/route-handlers';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeHandlers(resources.preflight);
