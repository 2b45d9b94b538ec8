import { bareServer } from './bare-server';

// For the benchmark: the routes alone, in a process of their own.
await bareServer(Number(process.env.PORT));
