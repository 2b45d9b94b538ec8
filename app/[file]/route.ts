export { GET } from '@/server/route-handlers';
