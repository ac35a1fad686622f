/** First and last names from many regions. Non-ASCII names have an ASCII spelling for email addresses. */
interface Name {
  readonly text: string;
  readonly ascii: string;
}

const names = (list: string): readonly Name[] =>
  list.split(/\s+/).map((word) => {
    const [text = word, ascii = text] = word.split('=');
    return { text: text.replaceAll('_', ' '), ascii: ascii.replaceAll('_', '-').toLowerCase() };
  });

export const givenNames = names(
  `Aaliyah Abel Adaeze Agnes Aiko Aleksander Alma Amara Amir Anaïs=anais Anders Ángela=angela Anouk Arjun Astrid Ayşe=ayse
  Bao Beatriz Benedikt Bilal Björn=bjorn Bronwyn Caio Camille Carlos Catalina Chidi Chloé=chloe Ciarán=ciaran Clara
  Dalia Daniel Dariusz Deepa Diego Dilara Dmitri Ebba Eero Efua Eilidh Elena Elif Émile=emile Emma Enzo Ester Eun-ji
  Fadi Farah Fatima Federico Femke Finn Fiona Freya Gabriela Giulia Goran Greta Gustavo Hamza Hana Hannah Haruto Helmi
  Hiroshi Ibrahim Ida Ines Ingrid Isabel Ivan Jakub Jana Jasper Jean-Luc Jelena João=joao Johan Jonas Joséphine=josephine
  Juan Julia Kaito Karim Katarzyna Kenji Khadija Kofi Kwame Lars Laszlo Layla Leila Liam Lin Linnea Lorenzo Lucía=lucia
  Ludovic Maeve Magnus Malik Manon Marco Mariam Marta Mateusz Matilde Mei Mehmet Mikael Milan Min-jun Miriam Mohamed Naoki
  Nadia Natalia Ngozi Nikhil Nina Noor Olga Oluwaseun Omar Oskar Paola Pedro Petra Pilar Priya Quentin Rafael Rahel Ravi
  Renske Rosa Ruth Saanvi Saskia Sean Selma Shirin Siobhán=siobhan Sofia Sören=soeren Stellan Sunil Svetlana Tariq Tereza
  Thabo Thea Tomás=tomas Tuva Uchenna Umut Valentina Vasilis Vera Viktor Wambui Wei Willem Xavier Ximena Yara Yasmin Yuki
  Yusuf Zainab Željko=zeljko Zofia`,
);

export const familyNames = names(
  `Abdi Achterberg Adeyemi Ahmadi Albrecht Almeida Andersen Antonopoulos Aoki Baptista Baumann Becker Bennani Bergström=bergstrom
  Bianchi Bjørnsen=bjornsen Bonnet Brennan Calvo Castellano Çelik=celik Chaudhary Chen Christodoulou Costa Čermák=cermak
  Da_Silva Dahl De_Vries Delacroix Demir Diallo Dimitrov Dubois Dvořák=dvorak Eriksson Espinoza Farouk Fernández=fernandez
  Fischer Fitzgerald Fofana Fontaine Franzen Fujimoto Gallagher Garcia Ghosh Goldberg Gómez=gomez González=gonzalez Gupta
  Hagen Haddad Halvorsen Hansen Hashimoto Herrera Hoang Hoffmann Horvat Hussain Ibáñez=ibanez Ito Ivanova Jansen Jensen
  Johansson Kamara Kapoor Karlsson Kaya Kelly Kim Kowalska Kovács=kovacs Kramer Kurt Laine Larsen Lefebvre Lehtinen Lindqvist
  López=lopez Lukić=lukic MacLeod Mahmoud Marchetti Martins Matsuda Mbeki McCarthy Mendes Meyer Mikkelsen Mokoena Moreau Morris
  Müller=mueller Murphy Nakamura Nascimento Navarro Ndiaye Németh=nemeth Nguyen Nielsen Nikolaidis Novak Nowak Núñez=nunez
  O’Brien=obrien O’Connor=oconnor Odhiambo Okafor Okonkwo Oliveira Olsen Onyango Orlov Ortiz Osman Öztürk=ozturk Owusu Papadaki
  Park Patel Pereira Petrov Pham Popescu Quinn Rahman Ramírez=ramirez Rao Reyes Ribeiro Rinaldi Romano Rossi Roux Ruiz Saito
  Sánchez=sanchez Santos Schäfer=schaefer Schmidt Schneider Serrano Shah Sharma Silva Singh Smith Sokolov Sørensen=sorensen
  Souza Stein Suzuki Svensson Szabó=szabo Takahashi Tan Tanaka Teixeira Thompson Tkachenko Torres Traoré=traore Tran Tremblay
  Umarov Van_den_Berg Vargas Vasquez Virtanen Vogel Wagner Walsh Wang Watanabe Weber Weiss Williams Wong Wójcik=wojcik Yamada
  Yılmaz=yilmaz Yoshida Zhang Zimmermann`,
);
