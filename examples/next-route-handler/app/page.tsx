export default function Page() {
  return <main>Your app</main>;
}
