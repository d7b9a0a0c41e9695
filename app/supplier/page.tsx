import { todayPage } from "@/app/today";

export const metadata = { title: "Today" };

export default function TodayPage() {
  return todayPage();
}
