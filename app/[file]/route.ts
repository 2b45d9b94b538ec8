import { routeHandlers } from '@/server/route-handlers';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeHandlers;
