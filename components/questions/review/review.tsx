'use client';

export function Review() {
  return <p className="lede" />;
}
