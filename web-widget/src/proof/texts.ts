/** Words of the page where people ask whether a text was ours. Neutral: whoever looks at the screen learns nothing. */

export interface ProofTexts {
  readonly own: string;
  readonly title: string;
  readonly lead: string;
  readonly code: string;
  readonly check: string;
  readonly language: string;
  readonly ours: (name: string, day: string) => string;
  readonly unknown: string;
  readonly busy: string;
  readonly lost: string;
  readonly leave: string;
}

export const PROOF_TEXTS = {
  nb: {
    own: 'Norsk bokmål',
    title: 'Var meldingen fra oss?',
    lead: 'Skriv koden fra meldingen. Den har åtte tegn.',
    code: 'Kode',
    check: 'Sjekk',
    language: 'Språk',
    ours: (name, day) => `Ja. Meldingen er fra ${name}, ${day}.`,
    unknown: 'Vi kjenner ikke koden. Se om den er skrevet riktig. En kode virker i 14 dager, fem ganger.',
    busy: 'Mange spør akkurat nå. Prøv igjen om litt.',
    lost: 'Siden fikk ikke svar. Prøv igjen.',
    leave: 'Forlat siden',
  },
  nn: {
    own: 'Norsk nynorsk',
    title: 'Var meldinga frå oss?',
    lead: 'Skriv koden frå meldinga. Han har åtte teikn.',
    code: 'Kode',
    check: 'Sjekk',
    language: 'Språk',
    ours: (name, day) => `Ja. Meldinga er frå ${name}, ${day}.`,
    unknown: 'Vi kjenner ikkje koden. Sjå om han er skriven rett. Ein kode verkar i 14 dagar, fem gonger.',
    busy: 'Mange spør akkurat no. Prøv igjen om litt.',
    lost: 'Sida fekk ikkje svar. Prøv igjen.',
    leave: 'Forlat sida',
  },
  en: {
    own: 'English',
    title: 'Was the message from us?',
    lead: 'Write the code from the message. It has eight characters.',
    code: 'Code',
    check: 'Check',
    language: 'Language',
    ours: (name, day) => `Yes. The message is from ${name}, ${day}.`,
    unknown: 'We do not know this code. See whether it is written right. A code works for 14 days, five times.',
    busy: 'Many are asking right now. Try again in a moment.',
    lost: 'The page got no answer. Try again.',
    leave: 'Leave this page',
  },
  es: {
    own: 'Español',
    title: '¿El mensaje era nuestro?',
    lead: 'Escribe el código del mensaje. Tiene ocho caracteres.',
    code: 'Código',
    check: 'Comprobar',
    language: 'Idioma',
    ours: (name, day) => `Sí. El mensaje es de ${name}, ${day}.`,
    unknown: 'No conocemos este código. Mira si está bien escrito. Un código sirve 14 días, cinco veces.',
    busy: 'Hay muchas consultas ahora. Prueba otra vez en un momento.',
    lost: 'La página no recibió respuesta. Prueba otra vez.',
    leave: 'Salir de esta página',
  },
  th: {
    own: 'ไทย',
    title: 'ข้อความนี้มาจากเราหรือไม่',
    lead: 'พิมพ์รหัสจากข้อความ รหัสมีแปดตัว',
    code: 'รหัส',
    check: 'ตรวจสอบ',
    language: 'ภาษา',
    ours: (name, day) => `ใช่ ข้อความนี้มาจาก ${name} ${day}`,
    unknown: 'เราไม่รู้จักรหัสนี้ ดูว่าพิมพ์ถูกหรือไม่ รหัสใช้ได้ 14 วัน ห้าครั้ง',
    busy: 'ตอนนี้มีคนถามมาก ลองใหม่อีกสักครู่',
    lost: 'หน้านี้ไม่ได้รับคำตอบ ลองใหม่อีกครั้ง',
    leave: 'ออกจากหน้านี้',
  },
  ro: {
    own: 'Română',
    title: 'Mesajul a fost de la noi?',
    lead: 'Scrie codul din mesaj. Are opt caractere.',
    code: 'Cod',
    check: 'Verifică',
    language: 'Limba',
    ours: (name, day) => `Da. Mesajul este de la ${name}, ${day}.`,
    unknown: 'Nu cunoaștem acest cod. Vezi dacă este scris corect. Un cod este valabil 14 zile, de cinci ori.',
    busy: 'Întreabă mulți acum. Încearcă din nou imediat.',
    lost: 'Pagina nu a primit răspuns. Încearcă din nou.',
    leave: 'Părăsește pagina',
  },
  bg: {
    own: 'Български',
    title: 'Съобщението от нас ли беше?',
    lead: 'Напишете кода от съобщението. Има осем знака.',
    code: 'Код',
    check: 'Провери',
    language: 'Език',
    ours: (name, day) => `Да. Съобщението е от ${name}, ${day}.`,
    unknown: 'Не познаваме този код. Вижте дали е написан правилно. Кодът важи 14 дни, пет пъти.',
    busy: 'В момента питат много хора. Опитайте пак след малко.',
    lost: 'Страницата не получи отговор. Опитайте пак.',
    leave: 'Напуснете страницата',
  },
  ru: {
    own: 'Русский',
    title: 'Сообщение было от нас?',
    lead: 'Напишите код из сообщения. В нём восемь знаков.',
    code: 'Код',
    check: 'Проверить',
    language: 'Язык',
    ours: (name, day) => `Да. Сообщение от ${name}, ${day}.`,
    unknown: 'Мы не знаем этот код. Проверьте, правильно ли он написан. Код действует 14 дней, пять раз.',
    busy: 'Сейчас много запросов. Попробуйте чуть позже.',
    lost: 'Страница не получила ответа. Попробуйте ещё раз.',
    leave: 'Покинуть страницу',
  },
  pt: {
    own: 'Português',
    title: 'A mensagem era nossa?',
    lead: 'Escreva o código da mensagem. Tem oito caracteres.',
    code: 'Código',
    check: 'Verificar',
    language: 'Idioma',
    ours: (name, day) => `Sim. A mensagem é de ${name}, ${day}.`,
    unknown: 'Não conhecemos este código. Veja se está bem escrito. Um código vale 14 dias, cinco vezes.',
    busy: 'Muitas pessoas perguntam agora. Tente de novo daqui a pouco.',
    lost: 'A página não recebeu resposta. Tente de novo.',
    leave: 'Sair desta página',
  },
  ar: {
    own: 'العربية',
    title: 'هل الرسالة منّا؟',
    lead: 'اكتب الرمز الموجود في الرسالة. فيه ثمانية أحرف.',
    code: 'الرمز',
    check: 'تحقّق',
    language: 'اللغة',
    ours: (name, day) => `نعم. الرسالة من ${name}، ${day}.`,
    unknown: 'لا نعرف هذا الرمز. تأكّد من كتابته. الرمز صالح 14 يوماً، خمس مرات.',
    busy: 'كثيرون يسألون الآن. حاول بعد قليل.',
    lost: 'لم تصل إجابة. حاول مرة أخرى.',
    leave: 'مغادرة الصفحة',
  },
  tr: {
    own: 'Türkçe',
    title: 'Mesaj bizden miydi?',
    lead: 'Mesajdaki kodu yazın. Sekiz karakterdir.',
    code: 'Kod',
    check: 'Kontrol et',
    language: 'Dil',
    ours: (name, day) => `Evet. Mesaj ${name} tarafından gönderildi, ${day}.`,
    unknown: 'Bu kodu tanımıyoruz. Doğru yazıldığına bakın. Bir kod 14 gün, beş kez geçerlidir.',
    busy: 'Şu anda çok soran var. Biraz sonra tekrar deneyin.',
    lost: 'Sayfa yanıt alamadı. Tekrar deneyin.',
    leave: 'Sayfadan çık',
  },
} as const satisfies Readonly<Record<string, ProofTexts>>;

export type ProofLanguage = keyof typeof PROOF_TEXTS;

export const PROOF_LANGUAGES = Object.keys(PROOF_TEXTS) as readonly ProofLanguage[];

/** The first language of a browser that the page has; Norwegian when it has none. "no" is bokmål. */
export function chosen(wished: readonly string[]): ProofLanguage {
  for (const tag of wished) {
    const short = tag.toLowerCase().split('-')[0] ?? '';
    const known = PROOF_LANGUAGES.find((language) => language === (short === 'no' ? 'nb' : short));
    if (known !== undefined) return known;
  }
  return 'nb';
}
