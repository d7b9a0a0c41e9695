import { todayPage } from "@/app/today";

export default function TodayPage() {
  return todayPage();
}
