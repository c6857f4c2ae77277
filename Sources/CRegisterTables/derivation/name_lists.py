"""Names in use by naming group, most frequent first, and the classes of the names that birth statistics list.

Order and membership: popular-names-by-country-dataset (CC0) where it has the country, romanised and without accents;
otherwise general knowledge of common names. No list is of persons.
"""

GROUPS = ["british", "southAsianMuslim", "indian", "westAfrican", "arabSomali", "turkishPersian", "eastEuropean",
          "latin", "eastAsian", "filipino"]

# Use of a class of names by group, relative to the group that uses it most or to the British: assumptions.
AFFINITY = {
    #                 bri  sam   ind   waf  ara   tur   eeu   lat  eas  fil
    "english":       [1.0, 0.01, 0.05, 0.45, 0.02, 0.03, 0.12, 0.25, 0.60, 0.55],
    "biblical":      [1.0, 0.03, 0.15, 1.70, 0.10, 0.08, 0.35, 0.55, 0.60, 1.40],
    "international": [1.0, 0.08, 0.15, 0.45, 0.15, 0.25, 1.30, 1.50, 0.60, 0.90],
    "muslim":        [0.005, 1.0, 0.02, 0.08, 1.00, 0.55, 0.01, 0.02, 0.00, 0.15],
    "southAsian":    [0.01, 1.0, 0.25, 0.02, 0.20, 0.10, 0.00, 0.00, 0.00, 0.02],
    "arabic":        [0.005, 0.20, 0.00, 0.10, 1.00, 0.15, 0.00, 0.01, 0.00, 0.05],
    "crossing":      [0.35, 0.80, 0.60, 0.25, 1.00, 1.00, 0.50, 0.50, 0.20, 0.40],
    "eastEuropean":  [0.02, 0.00, 0.00, 0.00, 0.00, 0.01, 1.00, 0.03, 0.00, 0.00],
}
CLASS = {
    "F": {
        "biblical": "Rebecca Hannah Abigail Grace Rachel Sarah Leah Elizabeth Naomi Faith Esther Mary Eve Ruth Rebekah "
                    "Martha Eden Angel Mia Sophia",
        "international": "Olivia Sophie Emma Laura Natasha Amelia Anna Victoria Nicole Alexandra Isabella Melissa Natalie "
                         "Alicia Maria Claudia Lara Gabriella Emilia Julia Sofia Natalia Isabel Eva Amelie Elisha Mila "
                         "Sienna Paris Francesca Beatrice Kira Sasha",
        "muslim": "Aisha Fatima Maryam Zainab",
        "crossing": "Yasmin Aaliyah Zara Sara Maya Alisha Layla Laila Leila Anya",
    },
    "M": {
        "biblical": "Joshua Daniel Matthew Samuel Joseph Benjamin Michael Jacob John David Nathan Isaac Elijah Gabriel Joel "
                    "Caleb Emmanuel Nathaniel Jonathan Simon Stephen Peter Paul Mark Timothy Noah Levi Seth Jude Reuben",
        "international": "Alexander Christian Sebastian Leon Oscar Lucas Luca Hugo Leo Martin Dominic Robert Marcus Victor "
                         "Max Tristan Felix Kai Theodore",
        "muslim": "Mohammed Muhammad Mohammad Ali Hamza Hassan Ibrahim Yusuf Muhammed",
        "southAsian": "Syed Ayaan Zain",
        "arabic": "Mohamed",
        "crossing": "Adam Zak",
        "eastEuropean": "Jakub Filip",
    },
}

HEADS = {
    ("F", "british"): """Aoife Orla Roisin Saoirse Fiadh Eabha Ffion Carys Bronwen Catrin Nia Mari Elin Iona Ailsa Eilidh
        Rosalind Penelope Ottilie Clementine Harriet Cordelia Henrietta Jemima Tabitha Felicity Verity Bryony Rosemary Hazel
        Ivy Pearl Olive Mabel Edith Ada Iris Flora Cecily Margot Marnie Clara Delilah Aurora Juno Thea Nell Bonnie Connie
        Effie Dolly Betsy Hattie Polly Winnie Kitty Lorna Fiona Helen Joanne Karen Tracey Donna Michelle Lisa Nicola
        Frances Josephine Philippa Antonia Cassandra Miranda Ophelia Tamsin Morwenna Demelza Keeley Carly Kerry Stacey
        Leona Shanice Monique Renee Simone Tiana Amara Amaya Kyra Tyra Ariana Arianna Gianna Raven Destiny Trinity Sapphire
        Crystal Honor Autumn April Marcia Sharon Toni Bobbie Frankie Teddie Indie Primrose Marigold Daphne Sylvie Mollie
        Cleo Romilly Lyra Persephone Elodie Maeve Niamh Ciara Sinead Grainne Aisling""",
    ("M", "british"): """Hector Rupert Barnaby Duncan Gareth Rhodri Owain Gethin Iwan Dafydd Hywel Macsen Emrys Osian Ioan
        Padraig Eoin Cormac Fionn Oisin Cillian Tadhg Rian Lorcan Colm Fergus Hamish Lachlan Murray Struan Gregor Alastair
        Magnus Rafferty Barney Monty Rufus Ralph Jago Piers Giles Quentin Crispin Jonty Digby Humphrey Edmund Ernest Ernie
        Wilfred Sidney Cecil Percy Clifford Ronald Kenneth Raymond Roy Keith Nigel Graham Barry Trevor Derek Clive Stuart
        Colin Philip Russell Wayne Darren Gavin Lloyd Marvin Tyrone Jermaine Leroy Romeo Kobe Malachi Josiah Ezra Silas
        Gideon Tobiah Zachariah Otis Otto Rex Roman Remy Rafe Kit Ned Ted Teddy Wilf Bertie Monty Albie Arlo Milo Axel Rocco
        Ace Chester Carter Parker Hunter Brody Brooklyn Bodhi Jonah Ellison Lincoln Denver Dane Dale Clay Vincent Laurence
        Adrian Ivan Julian Gerard Brendan Kevin Terence Ivor Byron Tate Nico""",
    ("S", "british"): """Ainsworth Aldridge Allsop Appleby Arkwright Ashworth Askew Atkinson Bainbridge Bamford Bancroft
        Barraclough Battersby Beaumont Beckett Bellamy Blackwell Blundell Boothroyd Bostock Bradbury Braithwaite Brierley
        Broadbent Bromley Burnett Butterworth Cadwallader Calvert Capstick Cavendish Chilton Clegg Clough Cockburn Copeland
        Cotton Crabtree Cranston Croft Crompton Crowther Cunliffe Curran Cuthbert Dalton Darby Dawson Denham Dewhurst
        Dobson Draper Dunbar Durrant Earnshaw Eastwood Eccles Elder Entwistle Fairclough Farnham Farrow Fielding Finnegan
        Forsyth Foxton Galloway Garland Garside Gladwin Goodall Gorman Grayson Grimshaw Haigh Hallam Halstead Hargreaves
        Hartwell Haslam Haworth Hebden Heaton Hepworth Hirst Hodgkinson Hogg Holdsworth Hollis Horton Huxley Illingworth
        Ingham Iveson Jagger Jephson Kearney Keating Kershaw Kilburn Kinsella Lancaster Langley Lathbury Latham Lockwood
        Longden Lomas Lumley Maddox Malone Marlow Maynard McAllister McBride McCormack McDermott McGuire McKay McKenna
        McManus McNally Meredith Merrick Metcalfe Midgley Milburn Monaghan Mortimer Moss Murdoch Musgrave Naughton Nuttall
        Oakley Ogden Oldfield Ormerod Osgood Padgett Parfitt Pearce Penrose Pickering Pilkington Plumb Pointer Prescott
        Radcliffe Ramsden Redfern Ridgway Rigby Ripley Rosewall Rowlands Rushton Sagar Salter Sandford Scargill Shackleton
        Sidebottom Skelton Speight Stafford Standish Stokes Stringer Sugden Sutcliffe Swindells Tattersall Tempest Thackray
        Thornley Threlfall Tindall Topping Trelawney Tremaine Trevithick Tully Tunnicliffe Turnham Twigg Tyson Underwood
        Upton Varley Verity Wadsworth Wakefield Walmsley Wardle Waring Waterhouse Weatherby Whalley Whitaker Whitworth
        Widdowson Wigglesworth Winstanley Womersley Woodcock Wormald Worsley Wrigley Yardley Yeoman Yorke""",
    ("F", "southAsianMuslim"): """Ayesha Khadija Aminah Hafsa Sumaiya Amina Mariam Iqra Aleena Safa Hira Anam Noor Sana
        Zoya Inaya Hafsah Zahra Sadia Tahmina Nadia Bushra Rabia Saima Sobia Farzana Shabana Rukhsana Nasreen Parveen Samina
        Shazia Uzma Nazia Humaira Madiha Fozia Sidra Mahnoor Areeba Laiba Eshal Anaya Aliza Manahil Minahil Rida Huda
        Tasnim Nusrat Farhana Sultana Rahima Halima Habiba Jannat Raisa Samia Sabrina Tanisha Nafisa Afia Ruqayyah Asma
        Sumayyah Zaynab Amna Malaika Kinza Hania Zunaira Sakeena Bismah Farrah Momina Maheen""",
    ("M", "southAsianMuslim"): """Ahmed Abdullah Bilal Usman Omar Umar Haris Ibraheem Yahya Zakariya Ismail Musa Hussain
        Hasan Imran Kamran Adnan Faisal Asif Tariq Khalid Junaid Shahid Zahid Saqib Nomaan Salman Zeeshan Haider Danyal
        Rayyan Raihan Mikaeel Isa Zayn Aryan Arham Eesa Idris Subhan Taha Mustafa Hashim Sami Talha Huzaifa Awais Waqas
        Sufyan Hamzah Uzair Zubair Rahim Karim Abdul Shakil Tanvir Mahin Tahmid Sakib Nabil Naim Rafi Fahim Tawhid Jubair
        Abdur Saif Saad Aadam Ayan Azaan Zaid Faizan Rehan Shayan Murtaza Kazi Sheikh Kashif Nadeem""",
    ("S", "southAsianMuslim"): """Mahmood Iqbal Malik Rahman Islam Miah Uddin Chowdhury Bibi Mirza Butt Aslam Rashid Saleem
        Raja Sheikh Qureshi Siddiqui Javed Nawaz Anwar Hassan Kausar Parveen Choudhury Akram Arshad Ashraf Aziz Bashir Bhatti
        Chaudhry Dar Farooq Ghani Gul Haider Hanif Haq Hossain Hoque Ibrahim Ikram Ilyas Ishaq Jabbar Jamil Kabir Kazi Latif
        Liaqat Majid Mehmood Mughal Munir Mushtaq Mustafa Nazir Rafiq Rauf Razaq Rehman Riaz Sadiq Saeed Sarwar Shabir
        Shafiq Shahzad Sultana Sultan Syed Tariq Ullah Yaqub Yasin Yousaf Younis Zaman Khatun Khanom Akter Alam Ahmad Bano
        Hamid Irfan Khalid Zafar Nisa Patwary Sikder Talukder Mollah Bepari Sarkar""",
    ("F", "indian"): """Priya Ananya Aditi Diya Riya Jiya Kiara Aadhya Aarya Avani Isha Ishika Kavya Meera Nisha Pooja Saanvi
        Shreya Simran Tanvi Trisha Veda Anika Anjali Aarohi Aanya Amrit Gurleen Harleen Jasleen Jasmeen Manpreet Harpreet
        Navneet Kiran Sukhmani Prabhleen Avneet Khushi Krisha Hetvi Pari Mehar Myra Navya Pranavi Lakshmi Dhara Janvi Mira
        Nikita Radhika Sonia Sunita Rekha Deepa Neha Rhea Sanaya Thulasi Abirami Kavitha Sahana Akshara Sanjana Anushka
        Nethmi Dinithi Prakriti Sujata Reena Amelie Aleesha Mahi""",
    ("M", "indian"): """Arjun Aarav Dhruv Krishna Rohan Aryan Dev Jay Shiv Vihaan Ishaan Kabir Kiaan Viraj Vedant Shivansh
        Reyansh Aditya Advik Akash Amar Amrit Anish Anmol Armaan Arnav Ashwin Gurpreet Harjot Harman Jasdeep Jaskaran Karan
        Gurvir Sukhvir Manraj Manveer Fateh Ranveer Sahib Tejveer Harveer Hari Hriday Jai Kian Krish Kunal Manav Mihir Milan
        Neel Nikhil Om Parth Pranav Rahul Raj Rishi Rohit Rudra Sahil Samar Sanjay Shaan Siddharth Suraj Tarun Varun Vivaan
        Yash Yuvraj Abinash Thenuk Kavin Pranesh Sujan Bibek Dinesh Mithran Anirudh Deepak Jeevan""",
    ("S", "indian"): """Mehta Desai Joshi Shukla Gupta Kumar Chauhan Parmar Solanki Mistry Bhatt Trivedi Pandya Rathod Vaghela
        Gill Sandhu Dhillon Sidhu Grewal Bains Johal Sahota Dhaliwal Virk Atwal Bassi Uppal Cheema Nijjar Sangha Bhogal
        Matharu Panesar Reddy Rao Nair Menon Pillai Thomas Varghese Mathew Kurian George Joseph Iyer Krishnan Raman
        Subramaniam Sivakumar Kandiah Nadarajah Perera Fernando Bandara Dissanayake Gamage Liyanage Jayasinghe Ranasinghe
        Herath Gurung Thapa Rai Limbu Shrestha Pun Tamang Yadav Devi Verma Mishra Chopra Kapoor Malhotra Khanna Bhatia Arora
        Agarwal Jain Modi Parekh Thakkar Thakrar Lakhani Popat Chandarana Vadher Chohan Tailor Gohil Jadeja Deol Hayer Purewal
        Rana Saini Toor Bansal Chatterjee Banerjee Mukherjee Das Dutta Ghosh Roy Sen""",
    ("F", "westAfrican"): """Blessing Oluwatomi Ayomide Temi Tiwa Adaeze Chiamaka Chioma Ngozi Ifeoma Amaka Ebere Precious
        Favour Mercy Patience Comfort Ama Abena Akosua Afia Adwoa Efua Esi Nana Nhyira Maame Adjoa Deborah Ruth Hephzibah
        Peace Joy Gift Success Praise Divine Gloria Mabel Vanessa Tariro Tanaka Rutendo Nyasha Ruvimbo Kudzai Makanaka
        Fatoumata Aminata Mariama Kadiatu Isatu Hawa Nakato Sanyu Wanjiru Achieng Naledi Merveille Benedicte Dorcas Rachelle
        Ornella Plamedi Yewande Folake Titilayo Ololade Simisola Toluwani Anjola Ewaoluwa Ivie Osas Efe Oreoluwa Damilola""",
    ("M", "westAfrican"): """Emmanuel David Oluwaseun Ayomide Temitope Tobi Tolu Kwame Kofi Kwaku Kojo Yaw Kwabena Nana
        Chidi Emeka Obinna Kelechi Chinedu Ikenna Somto Ebuka Praise Prince Divine Gift Emmanuelle Jeremiah Ezekiel Elisha
        Moses Solomon Josiah Israel Samson Enoch Ayodeji Olamide Oluwatobi Damilare Femi Kunle Segun Babatunde Oreoluwa
        Tinashe Tanaka Tawanda Takudzwa Tadiwa Anesu Munashe Ibrahima Mamadou Abdoulaye Ousmane Lamin Alhaji Foday Mukisa
        Kato Wasswa Kamau Otieno Thabo Glody Exauce Jonathas Christvie Beni Merveil Junior Bryan Fortune Wisdom Chukwuemeka
        Ireoluwa Fiyinfoluwa Tomisin Korede Osaze""",
    ("S", "westAfrican"): """Mensah Owusu Boateng Asante Osei Appiah Addo Agyemang Amoah Ansah Antwi Appiah Acheampong Darko
        Frimpong Gyamfi Kyei Ofori Opoku Oppong Quaye Sarpong Yeboah Adjei Amponsah Adeyemi Adebayo Adeleke Adewale Afolabi
        Ajayi Akande Akinola Alabi Ayodele Balogun Bello Fashola Ogunleye Okafor Okeke Okoro Okonkwo Nwosu Eze Obi Onyeka
        Uche Chukwu Igwe Ibe Nwachukwu Oladipo Olatunji Olawale Oluwole Oyelaran Osagie Igbinedion Omoregie Ehigie Sesay
        Kamara Koroma Bangura Conteh Turay Mansaray Kargbo Jalloh Bah Barry Diallo Camara Traore Toure Keita Cisse Ndiaye
        Kabongo Ilunga Kalala Mbuyi Tshibangu Mukendi Kasongo Moyo Ncube Ndlovu Dube Sibanda Mpofu Nkomo Chikwanda Mutasa
        Mukasa Nsubuga Kato Ochieng Otieno Mwangi Kamau Njoroge Banda Phiri Mulenga Domingos Neto""",
    ("F", "arabSomali"): """Hafsa Amina Khadija Hamda Hibo Ayaan Asha Faiza Halima Hodan Ifrah Ikran Nasra Sahra Samira
        Sumaya Zamzam Sabrin Muna Najma Hana Farah Habiba Malak Salma Shahd Nada Reem Mariam Yasmine Imane Aya Nour Lina Rania
        Sarah Dina Heba Huda Israa Jana Joud Judi Lamar Lujain Rama Ritaj Sidra Tasneem Zahraa Ruqaya Sundus Rahaf Ghazal
        Assia Ines Meriem Amira Selam Feven Bethlehem Helen Rahel Luwam Saba Sudi Fartun Deqa Hawa Ilhan Marwa Noura Doha""",
    ("M", "arabSomali"): """Abdirahman Abdullahi Abdi Ahmed Omar Abdullah Yusuf Ismail Mustafa Mahmoud Khalid Abdulrahman
        Ayub Zakaria Bilal Liban Mahad Sharmarke Guled Hanad Ridwan Suhaib Anas Ilyas Yahya Yasin Youssef Karim Amir Rayan
        Rayane Walid Tarek Samir Sami Said Salim Rashid Nasser Munir Mazen Majid Laith Kareem Jamal Issa Hussein Haidar Fadi
        Faris Elias Ziad Abdelkader Brahim Djamel Rachid Ayoub Amine Wassim Younes Naim Murad Taha Yassin Ammar Kathem Sajjad
        Mina Kirollos Peter Abel Yonas Filmon Nahom Robel Mohanad Osama Qasim""",
    ("S", "arabSomali"): """Hassan Mohamud Abdi Osman Abdullahi Omar Yusuf Warsame Jama Farah Ismail Ibrahim Adan Hersi Nur
        Abdirahman Elmi Duale Hirsi Aden Abukar Sharif Salah Saleh Mahmoud Mustafa Hamdan Hamad Haddad Khalil Khoury Mansour
        Nasser Qasim Saeed Salem Salim Sami Tahir Yassin Youssef Zaki Aziz Bakir Fadhil Hadi Hashim Jabbar Jasim Kadhim Kareem
        Majeed Naji Obaid Rashid Sabri Taha Benali Benamar Bouzid Chaoui Cherif Daoud Djebbar Hamidi Idrissi Lahlou Mansouri
        Mokrani Ouali Rahmani Saidi Slimani Tazi Ziani Amrani Alaoui Belkacem Tesfay Tekle Gebremedhin Habte Ghebre Kidane
        Berhane Elamin Osama Eltayeb Abdalla Bashir Shafie Girgis Hanna Awad""",
    ("F", "turkishPersian"): """Zeynep Elif Ayse Fatma Emine Hatice Meryem Zehra Defne Ecrin Azra Asya Eylul Nehir Asel Melisa
        Selin Ela Deniz Derya Ozlem Sibel Yagmur Buse Irem Ipek Cansu Gizem Dilan Rojin Berivan Zilan Sara Zahra Fatemeh
        Parisa Nazanin Yasna Baran Setayesh Leyla Roya Shirin Mina Nika Tara Helma Kimia Maryam Marwa Sahar Hosna Zohra Laila
        Palwasha Muska Spozhmai Hadia Shukria Dunya Avin Shilan Lana Rozhin Narin Sevgi Nil Esma Sude""",
    ("M", "turkishPersian"): """Mehmet Mustafa Ahmet Huseyin Hasan Yusuf Omer Emir Kerem Efe Arda Eren Deniz Baran Can Emre
        Burak Cem Kaan Mert Onur Serkan Umut Volkan Aras Alparslan Osman Murat Berkay Diyar Rojhat Azad Baver Agit Reza Amir
        Mahdi Arash Arian Parsa Sina Kian Kourosh Darius Farhad Farid Navid Omid Pouya Saman Shayan Siavash Sohrab Ahmad
        Ehsan Elyas Mustafa Najib Omid Rahim Samiullah Hamid Haroon Mirwais Yama Zabi Mansoor Aland Dana Rawaz Shvan Rebin""",
    ("S", "turkishPersian"): """Yilmaz Kaya Demir Sahin Celik Yildiz Yildirim Ozturk Aydin Ozdemir Arslan Dogan Kilic Aslan
        Cetin Kara Koc Kurt Ozkan Simsek Polat Korkmaz Bulut Keskin Unal Turan Gul Tekin Acar Aksoy Bozkurt Tas Aktas Erdogan
        Guler Yalcin Gunes Hosseini Mohammadi Ahmadi Rezaei Karimi Moradi Jafari Hashemi Mousavi Sadeghi Rahimi Amiri
        Ebrahimi Kazemi Ghasemi Akbari Azizi Safi Stanekzai Noori Popal Wardak Sahak Zadran Amin Rasul Barzani Talabani
        Hawrami Aziz Hamid Osman Salih Mirza Tahir Karim""",
    ("F", "eastEuropean"): """Zuzanna Maja Zofia Lena Hanna Oliwia Aleksandra Wiktoria Alicja Amelia Pola Nadia Gabriela Kinga
        Weronika Martyna Karolina Nikola Kaja Klaudia Patrycja Magdalena Michalina Antonina Iga Milena Marta Emilija Kamile
        Gabija Liepa Luka Urte Ugne Viktorija Patricija Sofija Austeja Goda Anastasija Milana Alise Marta Paula Elza Daria
        Andreea Ioana Maria Bianca Alesia Denisa Teodora Ilinca Raluca Larisa Anastasia Evelina Eliska Tereza Adela Ema Nela
        Karolina Natalie Boglarka Lili Hanka Reka Zsofia Viktoria Raya Yoana Simona Nikol Gergana Ajla Amelja Klea Melisa
        Arbesa Elira Anisa Veronika Sofiya Oleksandra Yeva Solomiya Polina Ksenia Dragana Jovana""",
    ("M", "eastEuropean"): """Szymon Antoni Kacper Jan Mateusz Aleksander Franciszek Mikolaj Wojciech Nikodem Stanislaw
        Wiktor Igor Oskar Bartosz Michal Piotr Dawid Krzysztof Kamil Kuba Maciej Patryk Milosz Oliwier Tymon Marcel Lukas
        Matas Nojus Dominykas Jokubas Herkus Kajus Benas Adomas Jonas Markas Gustas Domas Roberts Gustavs Marks Ralfs Emils
        Daniels Matei Andrei Stefan Alexandru Bogdan Ionut Luca Rares Vlad Radu Cristian Ionel Tomas Matej Matyas Vojtech
        Lukas Ondrej Samuel Bence Mate Levente Dominik Marcell Zalan Aleksandar Georgi Dimitar Kaloyan Boris Ivan Nikola
        Teodor Viktor Artem Dmytro Maksym Danylo Oleksandr Andriy Mykhaylo Arber Ardit Aron Amar Dion Leart Altin Besnik
        Milos Nemanja""",
    ("S", "eastEuropean"): """Nowak Kowalski Kowalska Wisniewski Wisniewska Wojcik Kowalczyk Kaminski Kaminska Lewandowski
        Lewandowska Zielinski Zielinska Szymanski Szymanska Wozniak Dabrowski Dabrowska Kozlowski Kozlowska Jankowski
        Jankowska Mazur Kwiatkowski Kwiatkowska Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Pawlowski Michalski
        Krol Wieczorek Jablonski Wrobel Nowicki Majewski Olszewski Stepien Malinowski Jaworski Adamczyk Dudek Nowakowski
        Gorski Pawlak Sikora Walczak Rutkowski Michalak Szewczyk Ostrowski Baran Tomaszewski Zalewski Kazlauskas Jankauskas
        Petrauskas Stankevicius Vasiliauskas Butkus Zukauskas Paulauskas Urbonas Kazlauskiene Petrauskiene Berzins Kalnins
        Ozolins Jansons Liepins Popa Popescu Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Ionescu Rusu Ivanov Ivanova
        Georgiev Dimitrov Dimitrova Petrov Petrova Nikolov Hristov Stoyanov Todorov Nagy Kovacs Toth Szabo Horvath Varga Kiss
        Molnar Nemeth Balogh Novak Novakova Svoboda Dvorak Horakova Hoxha Prifti Shehu Gjoni Hysi Kola Krasniqi Gashi
        Berisha Shkreli Gega Melnyk Shevchenko Boyko Kovalenko Bondarenko Tkachenko Petrenko Jovanovic Petrovic Nikolic""",
    ("F", "latin"): """Maria Matilde Leonor Beatriz Carolina Mariana Ines Margarida Francisca Benedita Camila Lucia Martina
        Paula Valeria Daniela Carla Julieta Valentina Mariana Luana Rafaela Leticia Bruna Larissa Giulia Aurora Ginevra
        Vittoria Ludovica Alessia Chiara Elena Elisa Federica Irene Noemi Jade Louise Lina Ambre Manon Camille Margaux Elise
        Chloe Anais Oceane Mathilde Greta Lotta Frieda Johanna Katharina Marlene Eleni Sofia Georgia Konstantina Nefeli
        Carmen Pilar Rocio Nuria Noa Laia Nahia Jimena Salome Luciana Antonella Ximena""",
    ("M", "latin"): """Tiago Rafael Santiago Miguel Francisco Joao Afonso Duarte Martim Tomas Lourenco Rodrigo Diogo Guilherme
        Goncalo Pedro Simao Bruno Thiago Enzo Davi Matheus Mateo Alejandro Pablo Alvaro Javier Diego Manuel Carlos Jorge
        Juan Andres Nicolas Marco Leonardo Alessandro Tommaso Francesco Lorenzo Edoardo Mattia Riccardo Gabriele Andrea
        Matteo Giovanni Antonio Davide Pietro Raphael Louis Mael Arthur Jules Mathis Antoine Baptiste Lukas Jonas Emil Moritz
        Konstantin Giorgos Dimitris Nikolaos Andreas Panayiotis Christos Marc Biel Pau Aimar Julen Emiliano Joaquin Felipe""",
    ("S", "latin"): """Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Goncalves Gomes Lopes Marques
        Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves
        Coelho Cunha Pires Duarte Reis Antunes Matos Fonseca Araujo Barbosa Tavares Figueiredo Azevedo Freitas Souza Lima
        Barros Campos Dias Melo Nascimento Ramos Gonzalez Rodriguez Martinez Sanchez Perez Gomez Ruiz Hernandez Jimenez Diaz
        Alvarez Moreno Munoz Alonso Gutierrez Romero Navarro Torres Dominguez Vazquez Serrano Castro Suarez Ortega Rubio
        Molina Delgado Ramirez Morales Ortiz Marin Russo Ferrari Esposito Bianchi Romano Colombo Bruno Ricci Greco Marino
        Gallo Conti Mancini Giordano Rizzo Lombardi Barbieri Moretti Fontana Caruso Mariani Dubois Durand Leroy Moreau
        Laurent Lefebvre Bertrand Roux Fournier Morel Girard Mercier Dupont Muller Schmidt Schneider Fischer Weber Meyer
        Wagner Becker Papadopoulos Georgiou Charalambous Constantinou Ioannou Christodoulou Nicolaou Andreou Vargas Restrepo
        Ospina Quintero""",
    ("F", "eastAsian"): """Wing Yan Hoi Yuet Mei Ling Xin Yi Xinyi Yihan Zihan Ruoxi Yinuo Yutong Yuxi Jia Jiayi Jing Jingyi
        Xuan Yuan Linh Ngoc Thuy Trang Huong Lan Anh Minh Kim Thao Phuong Hana Yuki Sakura Aoi Rin Mio Seo Jiwon Minji Soyeon
        Haeun Siriporn Malee Ploy Nari Wai Ching Kei Yee Xiao Lili Yating Siyu Wenjing""",
    ("M", "eastAsian"): """Ka Chun Ho Hin Wai Man Ming Hao Haoyu Haoran Yichen Yuze Mingze Muchen Yuxuan Zihao Jun Junjie
        Jiahao Wei Xuan Tian Yang Yu Long Minh Huy Duc Hieu Tuan Nam Khang Anh Phuc Hoang Quang Kenji Haruto Ren Sota Riku
        Kaito Hiroto Minjun Jihoon Seojun Doyun Somchai Krit Lok Yin Kin Kwan Chi Tsz Hei Shing Kit Zixuan Zhihao""",
    ("S", "eastAsian"): """Chan Wong Li Chen Wang Zhang Liu Lin Huang Yang Wu Cheung Lau Leung Ng Ho Lam Cheng Yip Yeung Chow
        Tang Chu Kwok Zhao Zhou Xu Sun Ma Zhu Hu Guo He Gao Luo Zheng Liang Xie Song Han Tran Pham Hoang Phan Vu Vo Dang Bui
        Do Duong Ly Dinh Truong Mai Ong Teo Lim Tan Goh Chong Chin Chong Fong Fung Hui Ip Kan Kwan Lai Lok Lui Mak Mok Poon
        Siu So Szeto To Tong Tsang Tse Tsoi Tsui Wan Yau Yu Yuen Kim Park Choi Jung Kang Cho Yoon Jang Shin Tanaka Suzuki
        Sato Takahashi Watanabe Ito Yamamoto Nakamura Kobayashi Nguyen Huynh Srisuk Saetang""",
    ("F", "filipino"): """Althea Princess Angela Samantha Andrea Nathalie Angelica Kristine Precious Jasmine Bea Mikaela
        Trisha Jillian Patricia Janelle Jhoanna Maricel Rowena Czarina Bianca Francine Elisha Ysabel Mikayla Chloe Nurul Siti
        Aisyah Nur Putri Balqis Alyssa Hannah Zia Kyla Ayumi Reign Athena Queenie""",
    ("M", "filipino"): """Nathaniel Gabriel Ezekiel Angelo Zion Jacob Miguel Rafael Joaquin Emmanuel Christian Joshua Marc
        Kyle Adrian Mark Jericho Ralph Carlo Paolo Gian Enzo Vince Aldrin Jerome Rommel Arvin Kurt Prince Jayson Reden Hafiz
        Danish Aiman Irfan Hakim Rizky Adib Haziq Faris Syafiq Ezra""",
    ("S", "filipino"): """Reyes Ramos Mendoza Santos Flores Gonzales Bautista Villanueva Cruz Castillo Francisco Rivera
        Aquino Santiago Soriano Domingo Tolentino Valdez Mercado Aguilar Manalo Dizon Javier Corpuz Salvador Velasco Miranda
        Pascual Mangubat Magsaysay Dimaculangan Macaraeg Panganiban Abad Aguinaldo Salazar Evangelista Ocampo Pineda Sarmiento
        Ismail Abdullah Rahman Hashim Yusof Othman Zainal Razak Idris Ibrahim Osman Hamzah Salleh Tolosa Buenaventura
        Catacutan Lacson Magno Malonzo Sison Tiongson""",
}

# Listed surnames that are not only, or not at all, of British families: parts by group.
SURNAME_PARTS = {
    "Patel": "indian 88 southAsianMuslim 12", "Khan": "southAsianMuslim 86 turkishPersian 7 arabSomali 2 indian 1 british 4",
    "Kaur": "indian 100", "Ali": "southAsianMuslim 58 arabSomali 34 turkishPersian 5 british 3",
    "Hussain": "southAsianMuslim 97 arabSomali 1 british 2",
    "Ahmed": "southAsianMuslim 62 arabSomali 33 turkishPersian 3 british 2", "Shah": "southAsianMuslim 48 indian 48 british 4",
    "Begum": "southAsianMuslim 99 british 1", "Sharma": "indian 100", "Singh": "indian 97 british 3",
    "Akhtar": "southAsianMuslim 99 british 1", "Mohamed": "arabSomali 88 southAsianMuslim 8 filipino 4",
    "Lopez": "latin 62 filipino 36 british 2", "Fernandez": "latin 66 filipino 30 indian 4",
    "Garcia": "latin 62 filipino 36 british 2", "Silva": "latin 74 indian 26", "Rossi": "latin 90 british 10",
    "Lee": "british 75 eastAsian 25", "Mann": "british 55 indian 45", "Gill": "british 60 indian 40",
    "Johnson": "british 91 westAfrican 9", "Williams": "british 96 westAfrican 4", "Thomas": "british 90 indian 6 westAfrican 4",
    "George": "british 80 indian 14 westAfrican 6", "Joseph": "british 55 indian 30 westAfrican 15",
    "Cole": "british 88 westAfrican 12", "Davies": "british 96 westAfrican 4", "Daniel": "british 55 westAfrican 30 indian 15",
    "Samuel": "british 50 westAfrican 40 indian 10", "David": "british 60 indian 15 westAfrican 15 filipino 10",
    "Paul": "british 65 indian 30 westAfrican 5", "Martin": "british 95 latin 5", "Park": "british 80 eastAsian 20",
    "Francis": "british 90 indian 6 westAfrican 4", "James": "british 94 westAfrican 4 indian 2",
    "John": "british 65 indian 20 westAfrican 15", "Simon": "british 80 eastEuropean 12 latin 8",
    "Bernard": "british 80 latin 20", "Costa": "latin 90 british 10", "Adam": "british 80 eastEuropean 15 arabSomali 5",
}
DROPPED_SURNAMES = {"bob", "bloggs", "mac"}
