/** Three streams become one river. */
export function LogoMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2.5 4.5C9 4.5 8.5 12 14 12" strokeWidth="2" strokeLinecap="round" opacity="0.55" />
      <path d="M2.5 19.5C9 19.5 8.5 12 14 12" strokeWidth="2" strokeLinecap="round" opacity="0.8" />
      <path d="M2.5 12H14" strokeWidth="2" strokeLinecap="round" />
      <path d="M13 12h8.5" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="flex items-center gap-2">
      <LogoMark className="size-6 text-river" />
      <span className="text-lg font-semibold tracking-[-0.02em]">Tributary</span>
    </span>
  );
}
